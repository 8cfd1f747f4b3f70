package dev.orderwright.shared.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as answers: shown in the browser where it can, and saved under their own name. */
public final class Download {

    private Download() {}

    /** A frame of our own pages may show it, because only what a page shows can it send to the printer. */
    private static final String IN_OUR_FRAMES = "default-src 'none'; frame-ancestors 'self'";

    /** What is printed has names and addresses on it, so nobody on the way may keep it. */
    public static ResponseEntity<byte[]> of(String fileName, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header("Content-Security-Policy", IN_OUR_FRAMES)
                .cacheControl(CacheControl.noStore())
                .headers(headers -> headers.setContentDisposition(
                        ContentDisposition.inline().filename(fileName).build()))
                .body(content);
    }
}
