package org.huiwu.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class LostDatabaseTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "53300"})
  void a_connection_that_is_gone_is_a_lost_database(String state) {
    assertThat(LostDatabase.isCauseOf(asked(new SQLException("gone", state)))).isTrue();
  }

  @Test
  void what_the_pool_says_of_a_closed_connection_is_one() {
    assertThat(LostDatabase.isCauseOf(asked(new SQLException("Connection is closed")))).isTrue();
  }

  @Test
  void a_rollback_that_failed_hides_why_it_was_needed() {
    var rollback = new TransactionSystemException("no rollback");
    rollback.initApplicationException(asked(new SQLException("gone", "57P01")));
    assertThat(LostDatabase.isCauseOf(rollback)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "57014"})
  void a_statement_that_is_wrong_is_none(String state) {
    assertThat(LostDatabase.isCauseOf(asked(new SQLException("wrong", state)))).isFalse();
    assertThat(LostDatabase.isCauseOf(new IllegalStateException())).isFalse();
  }

  private static UncategorizedSQLException asked(SQLException why) {
    return new UncategorizedSQLException("asking", "select 1", why);
  }
}
