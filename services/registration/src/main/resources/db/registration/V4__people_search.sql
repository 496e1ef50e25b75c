-- How people are found as one types: kept with the person, in the same statement. Existing rows get theirs in V5, which must
-- read names aloud.
alter table participant
  -- `zhang wei`: pinyin without tones, v for ü
  add column name_sound text not null default '',
  -- the name in characters, sound and initials, whole and from each syllable on
  add column name_search text not null default '',
  -- the title in small letters, whatever its width
  add column title_search text not null default '';
