package org.huiwu.platform.door.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
  @TempDir Path folder;

  @Test
  void files_of_a_killed_process_are_cleared_and_no_others() throws Exception {
    var files = new TemporaryFiles(folder);
    var own = files.create("roster");
    var mine = ProcessHandle.current().pid();
    var earlier = Files.createFile(folder.resolve("huiwu-roster-" + mine + "-12345-7"));
    var elsewhere = Files.createFile(folder.resolve("huiwu-letter-" + mine + "-12345-7"));
    var foreign = Files.createFile(folder.resolve("huiwu-roster-of-somebody"));
    var sleeper = new ProcessBuilder("sleep", "60").start();
    var dying =
        Files.createFile(folder.resolve(TemporaryFiles.prefix("roster", sleeper.toHandle()) + "1"));

    files.clear("roster");
    assertThat(own).exists();
    assertThat(earlier).as("the same number, another process").doesNotExist();
    assertThat(elsewhere).exists();
    assertThat(foreign).exists();
    assertThat(dying).exists();

    sleeper.destroyForcibly().waitFor();
    files.clear("roster");
    assertThat(dying).doesNotExist();
    assertThat(own).exists();
  }
}
