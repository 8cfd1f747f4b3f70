package dev.orderwright.bench.kill;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program has said to a question. */
record Answer(int status, String body) {

    static final JsonMapper JSON = new JsonMapper();

    boolean isDone() {
        return status / 100 == 2;
    }

    /** Neither yes nor no: to be asked again. */
    boolean isLater() {
        return status == 429 || status >= 500;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** Why it was refused. */
    String code() {
        return isDone() || !body.startsWith("{") ? "" : json().path("code").asString("");
    }
}
