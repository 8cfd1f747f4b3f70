package dev.orderwright.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockStoreTests {

    @TempDir
    private Path folder;

    @Test
    void oneProgramAtATimeUsesAFolder() {
        try (FolderLock first = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(folder)).isEmpty();
            assertThat(FolderLock.take(folder.resolve("..").resolve(folder.getFileName())))
                    .isEmpty();
            assertThat(first.folder()).isEqualTo(folder.toAbsolutePath());
        }
        try (FolderLock next = FolderLock.take(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void twoFoldersAreUsedAtTheSameTime() {
        try (FolderLock one = FolderLock.take(folder.resolve("one")).orElseThrow();
                FolderLock two = FolderLock.take(folder.resolve("two")).orElseThrow()) {
            assertThat(one.folder()).isNotEqualTo(two.folder());
        }
    }
}
