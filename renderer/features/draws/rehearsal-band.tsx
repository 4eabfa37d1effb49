import './rehearsal-band.css';

/** Stays in sight on every screen of a rehearsal. */
export function RehearsalBand() {
  return (
    <div className="rehearsal-band" role="note">
      演练　不产生检查，不计入统计，不能转为正式抽取
    </div>
  );
}
