-- What the statistics of draws rest on, added up once: 60 draws of 30,000 objects are too many rows to add up at every look.
-- Recorded real draws by lot only: 批次顺序 takes everybody, and leaves nothing to chance but the order.

-- The lot of each stratum: how many took part in it and how many it chose; 必检 and the excluded stand apart.
create table draw_strata (
  draw_id   integer not null references draws (id),
  stratum   text not null,
  size      integer not null check (size >= 0),
  chosen    integer not null check (chosen between 0 and size),
  must      integer not null check (must >= 0),
  excluded  integer not null check (excluded >= 0),
  primary key (draw_id, stratum)
) strict, without rowid;

-- Each object in the lots of a draw, in millionths: what chance gives it (p = chosen/size) and its variance without
-- replacement (p(1-p)·size/(size-1)).
create view draw_chances as
  select d.id as draw_id, p.object_id, d.year, p.is_must, o.kind is '随机' as is_drawn,
         iif(p.is_must, 0, (1000000 * s.chosen + s.size / 2) / max(1, s.size)) as expected,
         iif(p.is_must, 0, 1000000 * s.chosen / max(1, s.size) * (s.size - s.chosen) / max(1, s.size - 1)) as variance
    from draws d
    join draw_strata s on s.draw_id = d.id
    join draw_pool p on p.draw_id = d.id and p.stratum = s.stratum and p.excluded is null
    left join draw_objects o on o.draw_id = d.id and o.object_id = p.object_id;

-- By object and year: lots it took part in, what chance would give, how often it was chosen, how often it was 必检.
create table draw_object_years (
  object_id  integer not null references objects (id),
  year       integer not null,
  pools      integer not null,
  expected   integer not null,
  variance   integer not null,
  drawn      integer not null,
  must       integer not null,
  primary key (object_id, year)
) strict, without rowid;

insert into draw_strata (draw_id, stratum, size, chosen, must, excluded)
  select p.draw_id, p.stratum, sum(p.excluded is null and p.is_must = 0), sum(o.kind is '随机'), sum(p.is_must), sum(p.excluded is not null)
    from draws d
    join draw_pool p on p.draw_id = d.id
    left join draw_objects o on o.draw_id = p.draw_id and o.object_id = p.object_id
   where d.is_rehearsal = 0 and d.state = 'recorded' and json_extract(d.setting, '$.mode') is not 'batch'
   group by p.draw_id, p.stratum;
insert into draw_object_years (object_id, year, pools, expected, variance, drawn, must)
  select object_id, year, sum(is_must = 0), sum(expected), sum(variance), sum(is_drawn), sum(is_must)
    from draw_chances group by object_id, year;

-- Recorded: added. Voided after the record: taken back.
create trigger recorded_draws_are_counted after update of state on draws
when new.is_rehearsal = 0 and json_extract(new.setting, '$.mode') is not 'batch'
 and (new.state = 'recorded') <> (old.state = 'recorded')
begin
  insert or ignore into draw_strata (draw_id, stratum, size, chosen, must, excluded)
    select p.draw_id, p.stratum, sum(p.excluded is null and p.is_must = 0), sum(o.kind is '随机'), sum(p.is_must), sum(p.excluded is not null)
      from draw_pool p left join draw_objects o on o.draw_id = p.draw_id and o.object_id = p.object_id
     where p.draw_id = new.id group by p.stratum;
  insert into draw_object_years (object_id, year, pools, expected, variance, drawn, must)
    select c.object_id, c.year, sign * (c.is_must = 0), sign * c.expected, sign * c.variance, sign * c.is_drawn, sign * c.is_must
      from draw_chances c join (select iif(new.state = 'recorded', 1, -1) as sign) where c.draw_id = new.id
    on conflict do update set pools = pools + excluded.pools, expected = expected + excluded.expected,
      variance = variance + excluded.variance, drawn = drawn + excluded.drawn, must = must + excluded.must;
end;

create trigger draw_strata_do_not_change before update on draw_strata begin select raise(abort, 'a drawn lot stands'); end;
create trigger draw_strata_are_kept before delete on draw_strata begin select raise(abort, 'a drawn lot stands'); end;
