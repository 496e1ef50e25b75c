package org.huiwu.platform.messaging;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of a service's messaging (`huiwu.messaging.*`).
///
/// @param service this service's name, e.g. `transport-dispatch`
/// @param bootstrap Kafka's bootstrap servers
/// @param topicPrefix keeps several platforms apart on one broker
/// @param partitions of each topic; one partition carries one conference
/// @param replication factor of each topic
/// @param kafka passed through to every Kafka client (TLS, SASL)
/// @param resendMinutes how much the relay sends again when it starts
/// @param batch how many changesets a consumer that lags applies in one transaction
@ConfigurationProperties("huiwu.messaging")
public record MessagingProperties(
    String service,
    String bootstrap,
    @DefaultValue("huiwu.") String topicPrefix,
    @DefaultValue("4") int partitions,
    @DefaultValue("1") short replication,
    @DefaultValue Map<String, String> kafka,
    @DefaultValue("10") int resendMinutes,
    @DefaultValue("50") int batch) {

  /// What a service says that another has to act upon.
  String changesTopic(String owner) {
    return topicPrefix + owner + ".changes";
  }

  /// What every service says, for who follows the ripples: in the order in which it said it.
  String ripplesTopic() {
    return topicPrefix + "ripples";
  }
}
