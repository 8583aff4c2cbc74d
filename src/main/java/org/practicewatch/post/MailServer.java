package org.practicewatch.post;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where letters are handed over. User and password are no settings: they come from the environment.
 *
 * @param host its name
 * @param port usually 587 for STARTTLS, 465 for SMTPS
 * @param security never without: a letter does not cross the network in clear
 */
public record MailServer(
    @JsonProperty(required = true) String host,
    @JsonProperty(required = true) int port,
    @JsonProperty(required = true) Security security) {

  /** How the connection is encrypted. */
  public enum Security {
    /** Begun in clear, and encrypted before anything is said. */
    @JsonProperty("starttls")
    STARTTLS,
    /** Encrypted from the first byte. */
    @JsonProperty("smtps")
    SMTPS
  }
}
