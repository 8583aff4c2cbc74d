package org.practicewatch.quality.store;

import org.practicewatch.casework.store.PageReader;
import org.practicewatch.casework.store.PageWriter;
import org.practicewatch.quality.Issue;

/** How issues stand in a page; what is longer than any report shows is cut. */
final class IssuePages {

  private static final int LONGEST_TEXT = 990;
  private static final int LONGEST_COLUMN = 490;
  private static final int LONGEST_VALUE = 390;

  private IssuePages() {}

  /** An issue as it is stored. */
  static Issue cut(Issue issue) {
    boolean fits =
        issue.column().length() <= LONGEST_COLUMN
            && issue.value().length() <= LONGEST_VALUE
            && issue.problem().length() <= LONGEST_TEXT
            && issue.effect().length() <= LONGEST_TEXT;
    return fits
        ? issue
        : new Issue(
            issue.extract(),
            issue.sheet(),
            issue.row(),
            cut(issue.column(), LONGEST_COLUMN),
            cut(issue.value(), LONGEST_VALUE),
            issue.check(),
            cut(issue.problem(), LONGEST_TEXT),
            cut(issue.effect(), LONGEST_TEXT),
            issue.childId());
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest) + "…";
  }

  static void write(PageWriter page, Issue issue) {
    page.word(issue.extract())
        .word(issue.sheet())
        .number(issue.row())
        .word(issue.column())
        .word(issue.value())
        .word(issue.check())
        .word(issue.problem())
        .word(issue.effect())
        .word(issue.childId());
  }

  static Issue read(PageReader page) {
    return new Issue(
        page.word(),
        page.word(),
        page.number(),
        page.word(),
        page.word(),
        page.word(),
        page.word(),
        page.word(),
        page.word());
  }
}
