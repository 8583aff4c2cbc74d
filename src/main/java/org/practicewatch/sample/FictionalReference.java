package org.practicewatch.sample;

/**
 * The id of the plan, enquiry or other thing that something belongs to.
 *
 * @param of of what it is the id, in the words of a report; empty where the report says it of
 *     itself
 */
public record FictionalReference(String of, String id) {

  static final FictionalReference NONE = new FictionalReference("", "");
}
