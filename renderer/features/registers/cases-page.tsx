import { caseRegisterId } from '../../../shared/features/registers/own-registers.ts';
import { RegisterList } from './register-list.tsx';

/** 工作台账 → 成效案例. */
export function CasesPage() {
  return (
    <RegisterList
      registerId={caseRegisterId}
      note="时间、地点、主体、做法、成效要素完整的案例写入年度总结，也可以单独打印。要素可以分次补齐。"
      word="登记案例"
    />
  );
}
