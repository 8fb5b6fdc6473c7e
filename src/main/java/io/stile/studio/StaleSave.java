package io.stile.studio;

/** A file was not saved because somebody else has saved it since it was loaded. Nothing was changed. */
public class StaleSave extends RuntimeException {

  private final transient DraftFile present;

  StaleSave(DraftFile present) {
    super("'%s' has been saved meanwhile as revision %d".formatted(present.path(), present.revision()));
    this.present = present;
  }

  /** The file as it stands now. */
  public DraftFile present() {
    return present;
  }
}
