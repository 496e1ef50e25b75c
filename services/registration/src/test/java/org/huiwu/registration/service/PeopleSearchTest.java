package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/// People are found as one types.
class PeopleSearchTest extends RealServers {
  @Autowired private JdbcTemplate jdbc;
  @Autowired private JavaMigration backfill;
  @LocalServerPort private int port;

  private UUID conference;
  private ClerksDesk desk;

  @BeforeEach
  void some_people() {
    conference = newConference("FJ", "GD");
    desk = at(conference);
  }

  @Test
  void a_name_is_found_by_its_sound_its_initials_and_a_part_of_it() {
    people("FJ/张伟", "FJ/王张伟", "GD/赵薇", "GD/章子怡");

    for (var typed : new String[] {"zhangwei", "zhangw", "ZHANG wei", "张伟", "张　伟", "Zhāng"}) {
      assertThat(names(typed)).as(typed).contains("张伟");
    }
    assertThat(names("zw")).containsExactly("张伟", "赵薇", "王张伟");
    assertThat(names("wei")).containsExactlyInAnyOrder("张伟", "王张伟", "赵薇");
    assertThat(names("hangwei")).isEmpty();
    assertThat(names("伟")).containsExactly("张伟", "王张伟");
  }

  @Test
  void people_are_found_by_delegation_title_phone_and_id() {
    people("FJ/张伟", "GD/赵薇");
    var zhao = search("赵薇").path("people").path(0).path("participant");

    assertThat(names("gd")).containsExactly("赵薇");
    assertThat(names("处长")).hasSize(2);
    assertThat(names("处长 gd")).containsExactly("赵薇");
    assertThat(names("00000252")).hasSize(2);
    assertThat(names(zhao.path("id").asString().substring(0, 8))).containsExactly("赵薇");
    assertThat(names("%")).isEmpty();
    assertThat(names("zw\\' or 1=1")).isEmpty();
  }

  @Test
  void who_is_renamed_is_found_by_the_new_name_only() {
    var zhang = desk.create("/participants", Persons.delegate("FJ", "张伟"));
    desk.patch(Persons.path(zhang), 1L, "{\"name\": \"李娜\", \"title\": \"巡视员\"}");

    assertThat(names("ln")).containsExactly("李娜");
    assertThat(names("巡视")).containsExactly("李娜");
    assertThat(names("zw")).isEmpty();
  }

  @Test
  void pages_follow_one_another_in_one_order_and_nobody_is_on_two() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      all.add((i % 2 == 0 ? "GD/张" : "FJ/张") + (char) ('一' + i));
    }
    people(all.toArray(String[]::new));

    List<String> paged = new ArrayList<>();
    var page = search("zhang", "?limit=3");
    paged.addAll(names(page));
    assertThat(page.path("total").asInt()).isEqualTo(7);
    while (!page.path("next").isNull()) {
      page = search("zhang", "?limit=3&after=" + page.path("next").asString());
      paged.addAll(names(page));
    }
    assertThat(paged).containsExactlyElementsOf(names("zhang")).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void nothing_typed_is_everybody_and_filters_narrow_it() {
    var first = desk.create("/participants", Persons.delegate("FJ", "张伟"));
    people("GD/赵薇");
    desk.withdraw(first, 1);

    assertThat(names("")).containsExactly("张伟", "赵薇");
    assertThat(names(search("", "?attending=true"))).containsExactly("赵薇");
    assertThat(names(search("", "?attending=false"))).containsExactly("张伟");
    assertThat(names(search("", "?delegation=GD"))).containsExactly("赵薇");
    assertThat(names(search("", "?rank=1"))).isEmpty();
    assertThat(search("zhaowei").path("people").path(0).path("pinyin").asString())
        .isEqualTo("zhao wei");
  }

  @Test
  void what_cannot_be_understood_is_refused() {
    assertThat(search("张".repeat(101)).path("code").asString()).isEqualTo("header-malformed");
    assertThat(search("", "?after=x").path("status").asInt()).isEqualTo(400);
    assertThat(search("", "?limit=0").path("status").asInt()).isEqualTo(400);
  }

  @Test
  void those_who_were_registered_before_are_found_as_well() {
    people("FJ/张伟", "GD/赵薇");
    jdbc.update("update participant set name_sound = '', name_search = '', title_search = ''");
    assertThat(names("zw")).isEmpty();

    jdbc.execute((ConnectionCallback<Boolean>) connection -> migrated(on(connection)));

    assertThat(names("zw")).containsExactly("张伟", "赵薇");
    assertThat(names("处长")).hasSize(2);
  }

  @Test
  void everybodys_itinerary_is_read_at_once() {
    people("FJ/张伟", "GD/赵薇");

    assertThat(desk.get("/itineraries").body().valueStream())
        .hasSize(2)
        .allSatisfy(i -> assertThat(i.path("arrival").path("number").asString()).isEqualTo("G421"));
  }

  @Test
  void a_liaison_reads_names_of_those_who_attend_and_nothing_else_of_them() {
    var gone = desk.create("/participants", Persons.delegate("FJ", "李娜"));
    people("GD/赵薇", "FJ/张伟");
    desk.withdraw(gone, 1);
    var names = new Desk(port, conference, new SignedRequests("registration", "lee", "liaison"));

    var read = names.get("/names").body();

    assertThat(read.findValuesAsString("name")).containsExactly("张伟", "赵薇");
    assertThat(read.get(0).propertyNames())
        .containsExactlyInAnyOrder("person", "name", "delegation", "rank", "sound");
    assertThat(read.get(0).path("sound").asString()).isEqualTo("zhang wei");
    assertThat(names.get("/participants").status()).isEqualTo(403);
  }

  private boolean migrated(Context context) {
    try {
      backfill.migrate(context);
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Context on(Connection connection) {
    return new Context() {
      @Override
      public Configuration getConfiguration() {
        return new ClassicConfiguration();
      }

      @Override
      public Connection getConnection() {
        return connection;
      }
    };
  }

  private void people(String... all) {
    for (var one : all) {
      var parts = one.split("/");
      assertThat(desk.create("/participants", Persons.delegate(parts[0], parts[1])).status())
          .isEqualTo(201);
    }
  }

  private List<String> names(String typed) {
    return names(search(typed));
  }

  private static List<String> names(JsonNode page) {
    return page.path("people")
        .valueStream()
        .map(m -> m.path("participant").path("name").asString())
        .toList();
  }

  private JsonNode search(String typed) {
    return search(typed, "");
  }

  private JsonNode search(String typed, String query) {
    return RestClient.builder()
        .baseUrl("http://127.0.0.1:" + port)
        .requestInterceptor(new SignedRequests("registration", "clerk", "registration"))
        .build()
        .get()
        .uri("/conferences/" + conference + "/people-search" + query)
        .header("Huiwu-Search", URLEncoder.encode(typed, StandardCharsets.UTF_8))
        .exchangeForRequiredValue(
            (_, answer) -> WireJson.mapper().readTree(answer.getBody().readAllBytes()));
  }
}
