package dev.orderwright.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesStoreTests {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        Path file = folder.resolve("secrets").resolve("cli.key");

        String secret = PrivateFiles.secret(file);

        assertThat(secret).hasSizeGreaterThanOrEqualTo(43).matches("[A-Za-z0-9_-]+");
        assertThat(PrivateFiles.secret(file)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void twoSecretsDiffer() {
        assertThat(PrivateFiles.secret(folder.resolve("one"))).isNotEqualTo(PrivateFiles.secret(folder.resolve("two")));
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));

        assertThat(PrivateFiles.secret(file)).isNotBlank();
    }

    @Test
    void aSecretThatOthersCouldReadIsClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("open"), "from a backup\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(PrivateFiles.secret(file)).isEqualTo("from a backup");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
