package org.huiwu.notification.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who receives what: the contact that a manifest's owner names, and those whom a desk has added,
/// without those whom a desk has removed. A rule for the manifest itself says more than one for its
/// kind. Only contacts that there are.
@Component
public class Audience {
  private static final String RECEIVES =
      """
      with wanted as (select unnest(?::text[]) as manifest),
      ruled as (
        select distinct on (w.manifest, r.contact) w.manifest, r.contact, r.effect from wanted w
        join audience_rule r on r.conference = ?
          and r.pattern in (w.manifest, split_part(w.manifest, ':', 1) || ':*')
        order by w.manifest, r.contact, r.pattern = w.manifest desc),
      named as (
        select f.manifest, f.contact from manifest_fact f join wanted w using (manifest)
        where f.conference = ? and f.contact is not null)
      select a.manifest, a.contact from (
        select manifest, contact from named union select manifest, contact from ruled where effect = 'add') a
      where not exists (
          select 1 from ruled x where x.manifest = a.manifest and x.contact = a.contact and x.effect = 'remove')
        and exists (select 1 from contact c where c.conference = ? and c.code = a.contact)
      order by 1, 2\
      """;

  private final JdbcTemplate jdbc;

  Audience(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<String> recipientsOf(UUID conference, String manifest) {
    return recipientsOf(conference, List.of(manifest)).getOrDefault(manifest, List.of());
  }

  /// By manifest; one that nobody receives is not in it.
  public Map<String, List<String>> recipientsOf(UUID conference, Collection<String> manifests) {
    Map<String, List<String>> found = new HashMap<>();
    jdbc.query(
        RECEIVES,
        row -> {
          found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        },
        manifests.toArray(String[]::new),
        conference,
        conference,
        conference);
    return found;
  }

  /// The manifests with a version of which the owner, or a desk's rule, names any of these.
  ///
  /// @param codes of contacts, which need not be there
  public List<String> naming(UUID conference, Collection<String> codes) {
    var named = codes.toArray(String[]::new);
    return jdbc.queryForList(
        """
        select m.manifest from manifest m
        where m.conference = ? and m.version > 0 and (
          exists (select 1 from manifest_fact f
            where f.conference = m.conference and f.manifest = m.manifest and f.contact = any(?))
          or exists (select 1 from audience_rule r
            where r.conference = m.conference and r.contact = any(?)
              and r.pattern in (m.manifest, split_part(m.manifest, ':', 1) || ':*')))
        order by m.manifest\
        """,
        String.class,
        conference,
        named,
        named);
  }

  /// The manifests with a version that a contact receives.
  public List<String> manifestsOf(UUID conference, String contact) {
    return recipientsOf(
            conference,
            jdbc.queryForList(
                "select manifest from manifest where conference = ? and version > 0",
                String.class,
                conference))
        .entrySet()
        .stream()
        .filter(e -> e.getValue().contains(contact))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
