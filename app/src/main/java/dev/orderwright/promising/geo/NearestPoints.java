package dev.orderwright.promising.geo;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds the nearest of many points: a k-d tree (Bentley 1975) over the points as they lie in space, where nearer through the
 * earth is nearer over it, so that neither poles nor the date line are special. Immutable; a search makes no garbage to
 * speak of and looks at some dozen points out of thousands.
 */
public final class NearestPoints {

    /** No point passes. */
    public static final int NONE = -1;

    private static final int AXES = 3;

    /** Three coordinates for each point, on a sphere of radius 1. */
    private final double[] coordinates;
    /** The tree: the root of a range lies in its middle, smaller ones on its axis before it, larger ones behind. */
    private final int[] tree;

    private NearestPoints(double[] coordinates, int[] tree) {
        this.coordinates = coordinates;
        this.tree = tree;
    }

    public static NearestPoints of(List<GeoPoint> points) {
        double[] coordinates = new double[AXES * points.size()];
        Integer[] positions = new Integer[points.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
            inSpace(points.get(i), coordinates, AXES * i);
        }
        sort(coordinates, positions, 0, positions.length, 0);
        return new NearestPoints(
                coordinates,
                Arrays.stream(positions).mapToInt(Integer::intValue).toArray());
    }

    /** The position of the nearest point, the earlier of several; {@link #NONE} when there are no points. */
    public int nearest(GeoPoint to) {
        return nearest(to, position -> true);
    }

    /**
     * The position of the nearest point that passes, the earlier of several; {@link #NONE} when none does.
     *
     * @param passes asked only of points that are nearer than what has been found
     */
    public int nearest(GeoPoint to, IntPredicate passes) {
        Search search = new Search(to, passes);
        search.in(0, tree.length, 0);
        return search.best;
    }

    private final class Search {

        private final double[] from = new double[AXES];
        private final IntPredicate passes;
        private int best = NONE;
        private double bestSquare = Double.POSITIVE_INFINITY;

        Search(GeoPoint to, IntPredicate passes) {
            this.passes = passes;
            inSpace(to, from, 0);
        }

        void in(int start, int end, int axis) {
            if (start >= end) {
                return;
            }
            int middle = (start + end) >>> 1;
            int point = tree[middle];
            double square = square(point);
            if ((square < bestSquare || (square == bestSquare && point < best)) && passes.test(point)) {
                best = point;
                bestSquare = square;
            }
            double beyond = from[axis] - coordinates[AXES * point + axis];
            int next = (axis + 1) % AXES;
            if (beyond < 0) {
                in(start, middle, next);
            } else {
                in(middle + 1, end, next);
            }
            if (beyond * beyond <= bestSquare) {
                if (beyond < 0) {
                    in(middle + 1, end, next);
                } else {
                    in(start, middle, next);
                }
            }
        }

        private double square(int point) {
            double x = from[0] - coordinates[AXES * point];
            double y = from[1] - coordinates[AXES * point + 1];
            double z = from[2] - coordinates[AXES * point + 2];
            return x * x + y * y + z * z;
        }
    }

    private static void sort(double[] coordinates, Integer[] positions, int start, int end, int axis) {
        if (end - start < 2) {
            return;
        }
        Arrays.sort(positions, start, end, (a, b) -> {
            int order = Double.compare(coordinates[AXES * a + axis], coordinates[AXES * b + axis]);
            return order != 0 ? order : Integer.compare(a, b);
        });
        int middle = (start + end) >>> 1;
        sort(coordinates, positions, start, middle, (axis + 1) % AXES);
        sort(coordinates, positions, middle + 1, end, (axis + 1) % AXES);
    }

    private static void inSpace(GeoPoint point, double[] into, int at) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        into[at] = Math.cos(latitude) * Math.cos(longitude);
        into[at + 1] = Math.cos(latitude) * Math.sin(longitude);
        into[at + 2] = Math.sin(latitude);
    }
}
