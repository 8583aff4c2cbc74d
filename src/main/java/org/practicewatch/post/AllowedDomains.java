package org.practicewatch.post;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The domains to which letters may go, so that a slip of the pen sends nothing out of the council.
 *
 * @param domains such as {@code fernshire.gov.uk}; a part of it needs a line of its own
 */
public record AllowedDomains(Set<String> domains) {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  public AllowedDomains {
    domains = domains.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Whether a text is one address, without a name beside it. */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** Whether a letter may go there. */
  public boolean allow(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return isAddress(address) && domains.contains(domain);
  }
}
