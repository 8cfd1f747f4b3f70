package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerReaderRulesTests {

    private final AnswerReader reader = new AnswerReader();
    private final List<String> heard = new ArrayList<>();

    private void heard(int status, ByteBuffer body) {
        heard.add(status + " " + StandardCharsets.UTF_8.decode(body));
    }

    /** Feeds the text in pieces of so many bytes, and returns the status as soon as there is one. */
    private @Nullable Integer read(String text, int piece) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        @Nullable Integer status = null;
        for (int from = 0; from < bytes.length && status == null; from += piece) {
            int length = Math.min(piece, bytes.length - from);
            ReadableByteChannel channel = Channels.newChannel(new ByteArrayInputStream(bytes, from, length));
            status = reader.read(channel, this::heard);
        }
        return status;
    }

    @Test
    void anAnswerWithALengthIsReadInAnyPieces() throws IOException {
        for (int piece : new int[] {1, 7, 1_000}) {
            assertThat(read("HTTP/1.1 201 \r\nContent-Length: 5\r\nX: y\r\n\r\nhello", piece))
                    .isEqualTo(201);
        }
        assertThat(heard).containsExactly("201 hello", "201 hello", "201 hello");
        assertThat(reader.isClosing()).isFalse();
    }

    @Test
    void anAnswerInChunksEndsWithTheLastChunk() throws IOException {
        String text = "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        assertThat(read(text, 4)).isEqualTo(200);
    }

    @Test
    void anAnswerWithoutABodyIsWhole() throws IOException {
        assertThat(read("HTTP/1.1 503 \r\nRetry-After: 1\r\nConnection: close\r\n\r\n", 9))
                .isEqualTo(503);
        assertThat(reader.isClosing()).isTrue();
    }

    @Test
    void aConnectionThatEndsInTheMiddleIsAnError() throws IOException {
        assertThat(read("HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhe", 100)).isNull();
        ReadableByteChannel ended = Channels.newChannel(new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> reader.read(ended, this::heard)).isInstanceOf(EOFException.class);
    }
}
