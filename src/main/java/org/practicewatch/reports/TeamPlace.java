package org.practicewatch.reports;

/** A team and the service it belongs to. */
public record TeamPlace(String team, String service) {}
