package org.practicewatch.exceptions.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.practicewatch.files.WholeFile;

/** Excel's own encryption (ECMA-376 agile, AES): the workbook opens with the password alone. */
public final class Encrypting {

  private Encrypting() {}

  /** Writes an encrypted copy of a workbook. */
  public static void encrypt(Path workbook, Path copy, String password) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream inside = encryptor.getDataStream(container)) {
        Files.copy(WholeFile.latest(workbook), inside);
      }
      WholeFile.write(copy, container::writeFilesystem);
    } catch (GeneralSecurityException cannot) {
      throw new IOException("the workbook cannot be encrypted", cannot);
    }
  }

  /** Whether a file is an encrypted workbook. */
  public static boolean isEncrypted(byte[] bytes) {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
    } catch (IOException | RuntimeException noContainer) {
      // POI tells of a damaged container by exceptions of many kinds.
      return false;
    }
  }

  /** What an encrypted workbook holds; empty where the password is another. */
  public static Optional<byte[]> decrypt(byte[] bytes, String password) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      Decryptor decryptor = new EncryptionInfo(container).getDecryptor();
      if (!decryptor.verifyPassword(password)) {
        return Optional.empty();
      }
      try (InputStream inside = decryptor.getDataStream(container)) {
        return Optional.of(inside.readAllBytes());
      }
    } catch (GeneralSecurityException cannot) {
      throw new IOException("the workbook cannot be decrypted", cannot);
    }
  }
}
