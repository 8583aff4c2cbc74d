package org.practicewatch.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What no job that writes files can do without: writes every file of a folder anew, and packs the
 * parts of workbooks again.
 */
final class WriteAgain {

  private WriteAgain() {}

  public static void main(String[] words) throws IOException {
    Path from = Path.of(words[0]);
    Path to = Path.of(words[1]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      byte[] bytes = Files.readAllBytes(file);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
        if (file.toString().endsWith(".xlsx")) {
          pack(bytes, out);
        } else {
          out.write(bytes);
        }
      }
    }
  }

  private static void pack(byte[] workbook, OutputStream out) throws IOException {
    ZipOutputStream packed = new ZipOutputStream(out);
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        packed.putNextEntry(new ZipEntry(part.getName()));
        parts.transferTo(packed);
        packed.closeEntry();
      }
    }
    packed.finish();
  }
}
