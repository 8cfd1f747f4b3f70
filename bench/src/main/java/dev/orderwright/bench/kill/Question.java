package dev.orderwright.bench.kill;

import java.nio.charset.StandardCharsets;

/**
 * A call of the API that may be sent as often as needed.
 *
 * @param key its idempotency key; empty for reads
 * @param body JSON; empty for none
 */
record Question(String method, String path, String key, String body) {

    static Question get(String path) {
        return new Question("GET", path, "", "");
    }

    static Question post(String path, String key, String body) {
        return new Question("POST", path, key, body);
    }

    static Question put(String path, String key, String body) {
        return new Question("PUT", path, key, body);
    }

    /** As it goes over the line. */
    byte[] bytes(String secret) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ")
                .append(secret);
        if (!key.isEmpty()) {
            head.append("\r\nIdempotency-Key: ").append(key);
        }
        if (!method.equals("GET")) {
            head.append("\r\nContent-Type: application/json\r\nContent-Length: ")
                    .append(content.length);
        }
        head.append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }
}
