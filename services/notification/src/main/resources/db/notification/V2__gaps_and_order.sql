-- Up to which of its owner's deltas a manifest was taken in whole, after a gap: those are passed over.
alter table manifest add column repaired_seq bigint not null default 0;

-- Taken out of parking before it was known to be parked: receipts may come in any order.
create table ripple_out_early (
  conference uuid not null,
  consumer text not null,
  aggregate text not null,
  id text not null,
  primary key (conference, consumer, aggregate, id)
);
