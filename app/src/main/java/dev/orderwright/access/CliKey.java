package dev.orderwright.access;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.web.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of the command line on this machine: a file that only its owner can read. Whoever can read it may do
 * everything a program may do.
 */
@Component
class CliKey {

    private static final String MARK = "owl_";

    private final byte @Nullable [] fingerprint;
    private final Who who = new Who(
            Actor.client("cli"),
            "Command line",
            Permissions.scopes().stream().map(Permissions.Permission::name).collect(Collectors.toSet()),
            Set.of(),
            Set.of(),
            null,
            true);

    CliKey(@Value("${orderwright.cli-key-file:}") String file) {
        fingerprint = file.isEmpty() ? null : Secrets.fingerprint(read(Path.of(file)));
    }

    Optional<Who> find(String secret) {
        return fingerprint != null && MessageDigest.isEqual(fingerprint, Secrets.fingerprint(secret))
                ? Optional.of(who)
                : Optional.empty();
    }

    private static String read(Path file) {
        try {
            create(file);
            String key = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!key.startsWith(MARK)) {
                throw new IllegalStateException(file + " does not hold a key; delete it and start again");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the key file " + file, e);
        }
    }

    /** The file is born with its permissions; there is no moment in which others can read it. */
    private static void create(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<OpenOption> onlyNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        byte[] key = (MARK + Secrets.token() + "\n").getBytes(StandardCharsets.US_ASCII);
        try (var channel = Files.newByteChannel(file, onlyNew, ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(key));
        } catch (FileAlreadyExistsException e) {
            Arrays.fill(key, (byte) 0); // the key that is there stays
        }
    }
}
