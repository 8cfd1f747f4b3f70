package dev.orderwright.promising.geo;

/**
 * A point on the earth, in degrees.
 *
 * @param latitude from −90 in the south to 90
 * @param longitude from −180 in the west to 180
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_KILOMETRES = 6_371.0088;

    public GeoPoint {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no point on the earth: " + latitude + ", " + longitude);
        }
    }

    /** The shortest way over the surface of a sphere, by the haversine formula. */
    public double kilometresTo(GeoPoint other) {
        double half = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double across = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double square = half * half
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * across * across;
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
