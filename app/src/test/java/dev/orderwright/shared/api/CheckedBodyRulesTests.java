package dev.orderwright.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedBodyRulesTests {

    /** Cut at every place: one to four bytes at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 4096})
    void validTextPassesUnchangedHoweverItArrives(int step) throws IOException {
        byte[] text = "Größe 12 · 日本語 · 🚚 · Nguyễn".repeat(500).getBytes(StandardCharsets.UTF_8);

        assertThat(read(text, step, text.length)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ff", // never a byte of UTF-8
                "c0af", // overlong
                "e08080", // overlong
                "eda080", // half a surrogate pair
                "f4908080", // above the last character
                "80", // continuation without a beginning
                "e282" // ends in the middle
            })
    void brokenSequencesAreFoundHoweverTheyArrive(String hex) {
        byte[] broken = HexFormat.of().parseHex("7b22" + hex);
        for (int step : new int[] {1, 2, 3, 100}) {
            assertThatThrownBy(() -> read(broken, step, 1000)).isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void aBodyMayBeAsLongAsItsLimitAndNotAByteLonger() throws IOException {
        byte[] body = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        assertThat(read(body, 999, 10_000)).hasSize(10_000);
        assertThatThrownBy(() -> read(body, 999, 9_999)).isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void randomBytesAreJudgedLikeTheJdkDoes() {
        long seed = 20260302;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            boolean valid = isValid(bytes);
            int step = 1 + random.nextInt(3);
            try {
                read(bytes, step, 100);
                assertThat(valid)
                        .as("seed %d, %s", seed, HexFormat.of().formatHex(bytes))
                        .isTrue();
            } catch (IOException e) {
                assertThat(valid)
                        .as("seed %d, %s", seed, HexFormat.of().formatHex(bytes))
                        .isFalse();
            }
        }
    }

    private static boolean isValid(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] read(byte[] bytes, int step, long limit) throws IOException {
        try (CheckedBody body = new CheckedBody(new InSteps(bytes, step), limit, true)) {
            return body.readAllBytes();
        }
    }

    /** Delivers a few bytes at a time, as a network does. */
    private static final class InSteps extends ServletInputStream {
        private final ByteArrayInputStream in;
        private final int step;

        InSteps(byte[] bytes, int step) {
            in = new ByteArrayInputStream(bytes);
            this.step = step;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return in.read(buffer, offset, Math.min(step, length));
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
