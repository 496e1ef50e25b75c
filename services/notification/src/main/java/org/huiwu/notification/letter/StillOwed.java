package org.huiwu.notification.letter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.letter.Post.Claimed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What of a letter is still true when it is written: who has acknowledged meanwhile is told
/// nothing, and nobody is told of them.
@Component
class StillOwed {

  record Owed(String manifest, long acknowledged, long told) {}

  /// A step of the ladder for a debt that is still there; a bus that left on red is called about
  /// until the recipient themselves has answered.
  private static final String STEP_STANDS =
      """
      s.active and s.told > s.acknowledged and (s.told > s.settled
        or exists (select 1 from call_task t where t.id = e.task and t.left_on_red is not null))\
      """;

  private final JdbcTemplate jdbc;

  StillOwed(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// In the order of the manifests' names.
  List<Owed> of(Claimed letter) {
    return letter.purpose().tellsOfVersions() ? versions(letter) : steps(letter);
  }

  /// The present version of what the letter was planned to tell; but what has come since it was
  /// claimed is left to the next letter, where one waits with it: nothing is told twice.
  private List<Owed> versions(Claimed letter) {
    return jdbc.query(
        """
        with written as (
          update letter_item i set from_version = s.acknowledged,
            to_version = case when exists (
                select 1 from letter n join letter_item o on o.letter = n.id and o.manifest = i.manifest
                where n.conference = s.conference and n.contact = s.contact and n.channel = ? and n.purpose = any(?)
                  and n.state = 'waiting')
              then i.to_version else greatest(i.to_version, s.told) end
          from standing s
          where i.letter = ? and s.conference = ? and s.contact = ? and s.manifest = i.manifest
            and s.active and s.acknowledged < i.to_version
          returning i.manifest, i.from_version, i.to_version)
        select manifest, from_version, to_version from written order by manifest\
        """,
        (row, _) -> new Owed(row.getString(1), row.getLong(2), row.getLong(3)),
        letter.channel().wire(),
        letter.purpose().shares(),
        letter.id(),
        letter.conference(),
        letter.contact());
  }

  private List<Owed> steps(Claimed letter) {
    return jdbc.query(
        """
        select i.manifest, i.from_version, i.to_version from letter_item i
        where i.letter = ? and (
          not exists (select 1 from escalation e where e.letter = i.letter and e.manifest = i.manifest)
          or exists (
            select 1 from escalation e
            join standing s on s.conference = e.conference and s.contact = e.contact and s.manifest = e.manifest
            where e.letter = i.letter and e.manifest = i.manifest and %s))
        order by i.manifest\
        """
            .formatted(STEP_STANDS),
        (row, _) -> new Owed(row.getString(1), row.getLong(2), row.getLong(3)),
        letter.id());
  }

  /// Those on whose account a letter of the ladder is sent and who still have not answered.
  Set<String> debtors(UUID letter) {
    return new HashSet<>(
        jdbc.queryForList(
            """
            select distinct e.contact from escalation e
            join standing s on s.conference = e.conference and s.contact = e.contact and s.manifest = e.manifest
            where e.letter = ? and %s\
            """
                .formatted(STEP_STANDS),
            String.class,
            letter));
  }
}
