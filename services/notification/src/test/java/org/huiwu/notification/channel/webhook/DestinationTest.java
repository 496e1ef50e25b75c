package org.huiwu.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.huiwu.notification.channel.Outcome.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "http://93.184.216.34/hook, not-https",
    "https://127.0.0.1/hook, private-address",
    "http://127.0.0.1:8101/hook, private-address",
    "https://localhost/hook, private-address",
    "https://10.1.2.3/hook, private-address",
    "https://172.16.0.9/hook, private-address",
    "https://192.168.1.1/hook, private-address",
    "https://169.254.169.254/latest/meta-data, private-address",
    "https://0.0.0.0/hook, private-address",
    "https://100.64.1.1/hook, private-address",
    "https://[::1]/hook, private-address",
    "https://[::ffff:10.0.0.1]/hook, private-address",
    "https://[fd00::1]/hook, private-address",
    "https://[fe80::1]/hook, private-address",
    "https://[64:ff9b::a00:1]/hook, private-address",
    "https://2130706433/hook, private-address",
    "https://user:word@93.184.216.34/hook, bad-address",
    "ftp://93.184.216.34/hook, bad-address",
    "file:///etc/passwd, bad-address",
    "robot, bad-address",
    "'https://a b/', bad-address"
  })
  void what_does_not_lead_into_the_internet_is_not_gone_to(String address, String reason) {
    assertThat(Destination.of(address, false))
        .isEqualTo(new Destination.Closed(new Refused(reason)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://93.184.216.34/hook", "https://[2606:4700::1111]:8443/hook?key=1"})
  void what_leads_into_the_internet_is_gone_to(String address) {
    assertThat(Destination.of(address, false)).isInstanceOf(Destination.Open.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8190/hook", "https://10.1.2.3/hook"})
  void a_setting_opens_this_machine_and_the_private_network(String address) {
    assertThat(Destination.of(address, true)).isInstanceOf(Destination.Open.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.1.2.3/hook", "http://93.184.216.34/hook"})
  void without_tls_only_this_machine_is_ever_gone_to(String address) {
    assertThat(Destination.of(address, true))
        .isEqualTo(new Destination.Closed(new Refused("not-https")));
  }

  @ParameterizedTest
  @CsvSource({"198.18.0.1, true", "224.0.0.1, true", "255.255.255.255, true", "8.8.8.8, false"})
  void addresses_that_are_nobodys_are_private_too(String address, boolean expected)
      throws Exception {
    assertThat(Destination.isPrivate(InetAddress.getByName(address))).isEqualTo(expected);
  }
}
