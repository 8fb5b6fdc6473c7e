package io.stile.desk.web;

/** Where somebody goes when he has completed a task; what he chose last is offered again. */
enum AfterTask {
  WORK("My work"), NEXT("the next task of my queues"), STAY("stay here");

  /** The cookie that remembers the choice. */
  static final String COOKIE = "after-task";

  private final String label;

  AfterTask(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** What a cookie says; My work if it says nothing that is known. */
  static AfterTask remembered(String cookie) {
    for (AfterTask choice : values()) {
      if (choice.name().equals(cookie)) {
        return choice;
      }
    }
    return WORK;
  }
}
