package org.huiwu.planted.clock;

@SuppressWarnings({"SystemOut", "CatchAndPrintStackTrace"})
final class Chatterbox {
  void out() {
    System.out.println("out");
  }

  void err() {
    System.err.println("err");
  }

  void trace() {
    try {
      out();
    } catch (IllegalStateException e) {
      e.printStackTrace();
    }
  }
}
