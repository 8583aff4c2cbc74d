package org.practicewatch.exceptions;

import java.util.ArrayList;
import java.util.List;

/**
 * What a letter says, once, and then as plain text and as a page. The page is of tables and inline
 * styles, because Outlook knows nothing else, and as wide as its window allows.
 */
final class LetterBody {

  private static final int LINE = 72;
  private static final String INK = "#1f2933";
  private static final String BLUE = "#1f4e79";
  private static final String GREY = "#52606d";
  private static final String FONT = "font-family:Arial,Helvetica,sans-serif;";

  private final String title;
  private final List<Block> blocks = new ArrayList<>();

  /** A letter with a headline. */
  LetterBody(String title) {
    this.title = title;
  }

  private sealed interface Block {
    record Part(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Counts(List<Row> rows) implements Block {}
  }

  /**
   * A line of a table.
   *
   * @param number what is counted; may be empty
   * @param what of what
   * @param note more about it; may be empty
   */
  record Row(String number, String what, String note) {}

  /** Begins what is said of one of several lists. */
  LetterBody part(String text) {
    blocks.add(new Block.Part(text));
    return this;
  }

  LetterBody heading(String text) {
    blocks.add(new Block.Heading(text));
    return this;
  }

  LetterBody say(String text) {
    if (!text.isEmpty()) {
      blocks.add(new Block.Paragraph(text));
    }
    return this;
  }

  LetterBody counts(List<Row> rows) {
    if (!rows.isEmpty()) {
      blocks.add(new Block.Counts(List.copyOf(rows)));
    }
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder(wrapped(title, "")).append('\n');
    for (Block block : blocks) {
      if (block instanceof Block.Part part) {
        text.append("\n\n").append(wrapped(part.text(), "")).append('\n');
        text.append("=".repeat(Math.min(LINE, part.text().length()))).append('\n');
      } else if (block instanceof Block.Heading heading) {
        text.append('\n').append(heading.text()).append('\n');
        text.append("-".repeat(Math.min(LINE, heading.text().length()))).append('\n');
      } else if (block instanceof Block.Paragraph paragraph) {
        text.append('\n').append(wrapped(paragraph.text(), "")).append('\n');
      } else if (block instanceof Block.Counts counts) {
        int widest = counts.rows().stream().mapToInt(row -> row.number().length()).max().orElse(0);
        for (Row row : counts.rows()) {
          String before =
              widest == 0
                  ? "- "
                  : " ".repeat(2 + widest - row.number().length()) + row.number() + "  ";
          String said = row.note().isEmpty() ? row.what() : row.what() + " (" + row.note() + ")";
          text.append(before).append(wrapped(said, " ".repeat(before.length()))).append('\n');
        }
      }
    }
    return text.toString();
  }

  /** Words in lines that every mail program shows whole; later lines begin with what is given. */
  private static String wrapped(String words, String indent) {
    StringBuilder lines = new StringBuilder();
    int length = indent.length();
    for (String word : words.split(" ", -1)) {
      if (length > indent.length() && length + 1 + word.length() > LINE) {
        lines.append('\n').append(indent);
        length = indent.length();
      } else if (lines.length() > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString();
  }

  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>" + escaped(title) + "</title></head>\n")
        .append("<body style=\"margin:0;padding:0;background:#ffffff;\">\n")
        .append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\">")
        .append("<tr><td align=\"left\" style=\"padding:16px;\">\n")
        .append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"")
        .append(" style=\"max-width:640px;\"><tr><td style=\"" + FONT + "color:" + INK + ";\">\n")
        .append(heading("h1", "font-size:24px;line-height:30px;margin:0 0 14px;", title));
    String ofSection = blocks.stream().anyMatch(Block.Part.class::isInstance) ? "h3" : "h2";
    for (Block block : blocks) {
      if (block instanceof Block.Part part) {
        html.append(
            heading(
                "h2",
                "font-size:20px;line-height:26px;margin:28px 0 6px;padding:8px 0 0;border-top:2px"
                    + " solid #cbd2d9;",
                part.text()));
      } else if (block instanceof Block.Heading heading) {
        html.append(
            heading(
                ofSection, "font-size:18px;line-height:24px;margin:26px 0 8px;", heading.text()));
      } else if (block instanceof Block.Paragraph paragraph) {
        html.append("<p style=\"" + FONT + "font-size:17px;line-height:26px;margin:12px 0;\">")
            .append(linked(escaped(paragraph.text())) + "</p>\n");
      } else if (block instanceof Block.Counts counts) {
        html.append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"")
            .append(" style=\"border-collapse:collapse;\">\n");
        boolean numbered = counts.rows().stream().anyMatch(row -> !row.number().isEmpty());
        counts.rows().forEach(row -> row(html, row, numbered));
        html.append("</table>\n");
      }
    }
    return html.append("</td></tr></table>\n</td></tr></table>\n</body></html>\n").toString();
  }

  private static String heading(String tag, String style, String text) {
    return "<%s style=\"%s%scolor:%s;\">%s</%s>\n"
        .formatted(tag, FONT, style, BLUE, escaped(text), tag);
  }

  private static void row(StringBuilder html, Row row, boolean numbered) {
    String cell =
        FONT + "font-size:17px;line-height:25px;padding:10px 8px;border-bottom:1px solid #cbd2d9;";
    html.append("<tr>");
    if (numbered) {
      html.append("<td width=\"48\" align=\"right\" valign=\"top\" style=\"" + cell)
          .append("font-weight:bold;\">" + escaped(row.number()) + "</td>");
    }
    html.append("<td align=\"left\" valign=\"top\" style=\"" + cell + "\">" + escaped(row.what()));
    if (!row.note().isEmpty()) {
      html.append("<br><span style=\"color:" + GREY + ";\">" + escaped(row.note()) + "</span>");
    }
    html.append("</td></tr>\n");
  }

  /** Where a list is, to be pressed on a phone. */
  private static String linked(String escaped) {
    return escaped.replaceAll(
        "https://\\S+", "<a href=\"$0\" style=\"color:" + BLUE + ";word-break:break-all;\">$0</a>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
