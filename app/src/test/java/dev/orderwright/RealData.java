package dev.orderwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Data of other people that tests compare with. It lies beside the repository and does not have to be there. */
public final class RealData {

    private RealData() {}

    /** A file of {@code shared/data}, looked for beside the repository and further up. */
    public static Optional<Path> find(String file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/data").resolve(file);
            if (Files.isRegularFile(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The file, or the test is skipped and says why. */
    public static Path require(String file) {
        Optional<Path> found = find(file);
        org.junit.jupiter.api.Assumptions.assumeTrue(
                found.isPresent(), () -> "shared/data/" + file + " is not beside the repository");
        return found.orElseThrow();
    }
}
