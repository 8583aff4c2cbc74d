package org.practicewatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.practicewatch.post.AllowedDomains;
import org.practicewatch.post.MailServer;

/**
 * {@code jobs/post.yml}: how letters leave.
 *
 * @param sender the address they come from
 * @param allowedDomains a letter to an address of another domain is not sent
 * @param server the mail server; without one letters are files
 */
public record PostSettings(
    @JsonProperty(required = true) String sender,
    @JsonProperty(value = "allowed domains", required = true) Set<String> allowedDomains,
    @JsonProperty("mail server") @Nullable MailServer server) {

  public PostSettings {
    allowedDomains = Set.copyOf(allowedDomains);
  }

  public AllowedDomains allowed() {
    return new AllowedDomains(allowedDomains);
  }
}
