package org.huiwu.planted.clock;

/// Innocent: somebody sits in front of it.
final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    System.out.println("started with " + arguments.length);
  }
}
