package dev.orderwright.documents;

import java.util.stream.Collectors;

/**
 * A Code 128 barcode to be drawn on a screen, which scanners read as well as paper.
 *
 * @param width of the whole in modules, without the quiet zones
 * @param path the bars as the path of an SVG, one high
 */
public record Bars(int width, String path) {

    /**
     * The bars of a text in printable ASCII.
     *
     * @throws IllegalArgumentException when a barcode cannot say it
     */
    public static Bars of(String text) {
        var symbol = Barcodes.plain(text);
        String path = symbol.getRectangles().stream()
                .map(bar -> "M%d 0h%dv1h-%dz".formatted((int) bar.x, (int) bar.width, (int) bar.width))
                .collect(Collectors.joining());
        return new Bars(symbol.getWidth(), path);
    }
}
