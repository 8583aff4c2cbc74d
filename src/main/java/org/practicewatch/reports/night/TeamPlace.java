package org.practicewatch.reports.night;

/** A team and the service it belongs to. */
public record TeamPlace(String team, String service) {}
