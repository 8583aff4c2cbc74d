package org.practicewatch.compliance;

/**
 * A worker in post tonight.
 *
 * @param worker id of the worker
 * @param code {@link #PERMANENT}, {@link #AGENCY}, or what else the extract says
 */
public record WorkerTonight(String worker, String code) {

  /** The kind of span that says that a worker is in post. */
  public static final String IN_POST = "worker in post";

  public static final String PERMANENT = "permanent";
  public static final String AGENCY = "agency";
}
