package dev.orderwright.channels;

import dev.orderwright.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A kind of file that can be imported. Its module knows what the rows mean. */
public interface FileImport {

    /** Stable, as it stands in the address: {@code retail}. */
    String kind();

    /** Why this is no such file at all; empty when it looks like one. Reads the beginning only. */
    List<Refusal> check(InputStream content) throws IOException;

    /**
     * Works the file off. It is called again from the beginning after a crash: what its checkpoint says is done is not
     * done again, and everything else is done under keys that make a repetition harmless.
     *
     * @return the report, ready for JSON
     */
    Map<String, Object> run(ImportRun run) throws IOException;
}
