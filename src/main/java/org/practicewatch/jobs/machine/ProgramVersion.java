package org.practicewatch.jobs.machine;

import java.util.Optional;

/** The version of Practicewatch that is at work. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** The version that was packaged; empty where the classes were never packaged. */
  public static Optional<String> find() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }

  /** What a night is kept with, for one that another version read may lack something. */
  public static String orDevelopment() {
    return find().orElse("development");
  }
}
