package dev.orderwright.promising.geo;

import dev.orderwright.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The marketplace orders of Olist, read row by row; tests are skipped where they are not beside the repository. */
public final class OlistData {

    private static final String FOLDER = "olist/";

    private OlistData() {}

    /** The fields of a row by column. */
    public record Row(Map<String, String> fields) {

        public String get(String column) {
            return Objects.requireNonNull(fields.get(column), column);
        }
    }

    /** Rows of a file by column name; quoted fields may hold commas, but no line breaks. */
    public static void forEachRow(String file, Consumer<Row> taker) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.require(FOLDER + file + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String> header = fields(Objects.requireNonNull(reader.readLine()));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> fields = fields(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), fields.get(i));
                }
                taker.accept(new Row(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The middle of each postcode area: the mean of its points within Brazil. */
    public static Map<String, GeoPoint> middles() {
        Map<String, double[]> sums = new HashMap<>();
        forEachRow("geolocation", row -> {
            double latitude = Double.parseDouble(row.get("geolocation_lat"));
            double longitude = Double.parseDouble(row.get("geolocation_lng"));
            if (latitude > -35 && latitude < 6 && longitude > -75 && longitude < -30) {
                double[] sum = sums.computeIfAbsent(row.get("geolocation_zip_code_prefix"), zip -> new double[3]);
                sum[0] += latitude;
                sum[1] += longitude;
                sum[2]++;
            }
        });
        Map<String, GeoPoint> middles = new HashMap<>();
        sums.forEach((zip, sum) -> middles.put(zip, new GeoPoint(sum[0] / sum[2], sum[1] / sum[2])));
        return middles;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
