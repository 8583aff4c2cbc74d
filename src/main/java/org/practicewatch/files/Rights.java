package org.practicewatch.files;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what is written: its owner alone, or a group beside. On Windows a folder's rights
 * are inherited from the one it lies in, and nothing is done here.
 */
public final class Rights {

  /** The group that may read, where it is set. */
  public static final String GROUP = "PRACTICEWATCH_GROUP";

  /** Whatever the environment says. */
  public static final Rights OWNER_ALONE = new Rights(null);

  private final @Nullable GroupPrincipal group;
  private final Set<PosixFilePermission> ofFiles;
  private final Set<PosixFilePermission> ofFolders;

  private Rights(@Nullable GroupPrincipal group) {
    this.group = group;
    this.ofFiles = PosixFilePermissions.fromString(group == null ? "rw-------" : "rw-r-----");
    this.ofFolders = PosixFilePermissions.fromString(group == null ? "rwx------" : "rwxr-x---");
  }

  /**
   * As the environment says.
   *
   * @throws UserPrincipalNotFoundException where there is no such group
   */
  public static Rights of(Map<String, String> environment, FileSystem system) throws IOException {
    String name = environment.getOrDefault(GROUP, "");
    return new Rights(
        name.isEmpty() || !knowsRights(system)
            ? null
            : system.getUserPrincipalLookupService().lookupPrincipalByGroupName(name));
  }

  private static boolean knowsRights(FileSystem system) {
    return system.supportedFileAttributeViews().contains("posix");
  }

  /**
   * Makes a folder, closed from the first to whoever may not read it. One that is there stays as it
   * is, for it may hold what is not ours; but one that its owner alone may enter lets a group in
   * that has been named since.
   */
  public void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      if (group != null && Files.getPosixFilePermissions(folder).equals(OWNER_ALONE.ofFolders)) {
        give(folder, ofFolders);
      }
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (knowsRights(folder.getFileSystem())) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ofFolders));
      settle(folder);
    } else {
      Files.createDirectory(folder);
    }
  }

  /** Gives a file, or a folder with all that is in it, these rights; links are left alone. */
  public void settle(Path root) throws IOException {
    if (!knowsRights(root.getFileSystem()) || !Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
            give(folder, ofFolders);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            if (found.isRegularFile()) {
              give(file, ofFiles);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Whether the group can be given to a file; without one there is nothing to give. */
  public boolean canGive(Path file) {
    if (group == null) {
      return true;
    }
    try {
      view(file).setGroup(group);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private void give(Path file, Set<PosixFilePermission> rights) {
    try {
      PosixFileAttributes now = view(file).readAttributes();
      boolean given = group == null || now.group().equals(group) || canGive(file);
      Set<PosixFilePermission> so =
          given ? rights : rights.equals(ofFolders) ? OWNER_ALONE.ofFolders : OWNER_ALONE.ofFiles;
      if (!now.permissions().equals(so)) {
        view(file).setPermissions(so);
      }
    } catch (IOException notOurs) {
      // Another account's, or held by the system: whoever owns it decides who reads it.
    }
  }

  private static PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
