package org.huiwu.platform.web.teahouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.huiwu.platform.web.access.KnownConferences;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

@HuiwuService
@DerivesManifests
class TeaHouse {

  /// A conference is known by its teas.
  @Bean
  KnownConferences conferences(JdbcTemplate jdbc) {
    return conference ->
        !jdbc.queryForList("select 1 from tea where conference = ?", conference).isEmpty();
  }

  @Bean
  Contributions menu(JdbcTemplate jdbc) {
    return (conference, subjects) -> {
      Map<String, List<Contribution>> all = new HashMap<>();
      jdbc.query(
          "select code, price from tea where conference = ? and 'tea/' || code = any(?)",
          row -> {
            all.computeIfAbsent("tea/" + row.getString(1), _ -> new ArrayList<>())
                .add(
                    Contribution.line(
                        "menu:all", row.getString(1), Map.of("price", row.getString(2))));
          },
          conference,
          subjects.toArray(String[]::new));
      return all;
    };
  }
}
