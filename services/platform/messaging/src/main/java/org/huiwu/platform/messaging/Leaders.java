package org.huiwu.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Under which leader each partition is that this service writes to. A broker that has come back,
/// or one that took over from another, may lack what was acknowledged before (a power cut without a
/// flush): its epoch is another one. For one thread, which is never kept waiting.
final class Leaders {
  /// A topic has another leader. Its name is what the log says: an exception's words are not logged
  /// (ADR 0034).
  static final class ChangedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ChangedException() {
      super("a topic has another leader");
    }
  }

  private final Admin admin;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Integer> epochs = new HashMap<>();
  private ListOffsetsResult asked;
  private long confirmed = System.nanoTime();

  private Leaders(Admin admin, List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    this.admin = admin;
    this.partitions = partitions;
    this.asked = ask();
    changed(asked.all().get());
  }

  /// Returns when it knows the present ones.
  static Leaders of(Admin admin, List<String> topics)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(p -> partitions.add(new TopicPartition(topic.name(), p.partition())));
    }
    return new Leaders(admin, partitions);
  }

  /// Looks at what has been answered since it was asked last, and asks anew. A broker that does not
  /// answer says nothing.
  boolean haveChanged() throws InterruptedException {
    var all = asked.all();
    if (!all.isDone()) {
      return false;
    }
    var changed = false;
    if (!all.isCompletedExceptionally()) {
      try {
        changed = changed(all.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      if (!changed) {
        confirmed = System.nanoTime();
      }
    }
    asked = ask();
    return changed;
  }

  private boolean changed(Map<TopicPartition, ListOffsetsResultInfo> answer) {
    var changed = false;
    for (var one : answer.entrySet()) {
      var epoch = one.getValue().leaderEpoch();
      if (epoch.isPresent()) {
        var known = epochs.putIfAbsent(one.getKey(), epoch.get());
        changed |= known != null && !known.equals(epoch.get());
      }
    }
    return changed;
  }

  private ListOffsetsResult ask() {
    return admin.listOffsets(
        partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())));
  }

  /// When, by `System.nanoTime`, it was last known that they are the same.
  long confirmed() {
    return confirmed;
  }
}
