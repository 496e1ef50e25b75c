package org.huiwu.platform.testsupport;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiwu.platform.embedded.Durability;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// Both servers as containers of a Docker engine on this machine.
record ContainerServers(PostgreSQLContainer postgres, KafkaContainer kafka, String description)
    implements SharedServers {

  /// Marks the containers with the folder of their host.
  private static final String LABEL = "org.huiwu.test-servers";

  /// The images to use, from `huiwu.test.postgres-image` and `huiwu.test.kafka-image` (system
  /// property, or environment variable `HUIWU_TEST_POSTGRES_IMAGE`, `HUIWU_TEST_KAFKA_IMAGE`). The
  /// first must behave like `postgres`, the second like `apache/kafka`.
  record Images(String postgres, String kafka) {

    static Optional<Images> named() {
      return setting("huiwu.test.postgres-image")
          .flatMap(postgres ->
              setting("huiwu.test.kafka-image").map(kafka -> new Images(postgres, kafka)));
    }
  }

  /// Why containers are not used here, or nothing if they can be. Asks cheap questions first, and
  /// never pulls an image.
  static Optional<String> obstacle(Optional<Images> images) {
    if (images.isEmpty()) {
      return Optional.of(
          "no images are named in huiwu.test.postgres-image, huiwu.test.kafka-image");
    }
    if (System.getenv("DOCKER_HOST") == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
      return Optional.of("there is no Docker engine");
    }
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.of("no Docker engine answers");
    }
    for (String image : List.of(images.get().postgres(), images.get().kafka())) {
      try {
        DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      } catch (NotFoundException _) {
        return Optional.of("the image %s is not on this machine".formatted(image));
      }
    }
    return Optional.empty();
  }

  static ContainerServers start(Images images, Durability durability, Path folder) {
    removeLeftOvers(folder);
    boolean durable = durability == Durability.DURABLE;
    PostgreSQLContainer postgres =
        new PostgreSQLContainer(
                DockerImageName.parse(images.postgres()).asCompatibleSubstituteFor("postgres"))
            .withImagePullPolicy(_ -> false)
            .withLabel(LABEL, folder.toString());
    String on = durable ? "on" : "off";
    postgres.setCommand(
        "postgres",
        "-c",
        "fsync=" + on,
        "-c",
        "synchronous_commit=" + on,
        "-c",
        "max_connections=300");
    KafkaContainer kafka =
        new KafkaContainer(
                DockerImageName.parse(images.kafka()).asCompatibleSubstituteFor("apache/kafka"))
            .withImagePullPolicy(_ -> false)
            .withLabel(LABEL, folder.toString())
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(8 << 20));
    if (durable) {
      kafka.withEnv("KAFKA_LOG_FLUSH_INTERVAL_MESSAGES", "1");
    }
    Startables.deepStart(postgres, kafka).join();
    return new ContainerServers(
        postgres,
        kafka,
        "containers of the images %s and %s".formatted(images.postgres(), images.kafka()));
  }

  /// Containers of a host of the same folder that was killed: there is one host for each folder.
  private static void removeLeftOvers(Path folder) {
    DockerClient engine = DockerClientFactory.lazyClient();
    Map<String, String> label = Map.of(LABEL, folder.toString());
    for (Container container :
        engine.listContainersCmd().withShowAll(true).withLabelFilter(label).exec()) {
      engine.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
    }
  }

  private static Optional<String> setting(String property) {
    String variable = property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    return Optional.ofNullable(System.getProperty(property, System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }

  @Override
  public String jdbcPrefix() {
    return "jdbc:postgresql://%s:%d/"
        .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
  }

  @Override
  public String username() {
    return postgres.getUsername();
  }

  @Override
  public String password() {
    return postgres.getPassword();
  }

  @Override
  public String bootstrap() {
    return kafka.getBootstrapServers();
  }

  @Override
  public void close() {
    try {
      kafka.close();
    } finally {
      postgres.close();
    }
  }
}
