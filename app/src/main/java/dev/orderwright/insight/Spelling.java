package dev.orderwright.insight;

import java.util.Arrays;

/** Whether somebody meant a word and wrote another. */
final class Spelling {

    private static final int LEAST_LETTERS = 4;

    private Spelling() {}

    /** Numbers and short words are taken as they are written: one letter makes another of them. */
    static boolean mayBeWrong(String typed) {
        return typed.codePointCount(0, typed.length()) >= LEAST_LETTERS
                && typed.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether one letter too many, too few, another one, or two neighbours in the wrong order is all that differs. */
    static boolean isNear(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        if (Math.abs(a.length - b.length) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(a.length, b.length) && a[same] == b[same]) {
            same++;
        }
        if (a.length == b.length) {
            return isSame(a, same + 1, b, same + 1)
                    || (same + 1 < a.length
                            && a[same] == b[same + 1]
                            && a[same + 1] == b[same]
                            && isSame(a, same + 2, b, same + 2));
        }
        return a.length > b.length ? isSame(a, same + 1, b, same) : isSame(a, same, b, same + 1);
    }

    /** Whether the rest of one from a place on is the rest of the other from a place on. */
    private static boolean isSame(int[] a, int fromA, int[] b, int fromB) {
        return Arrays.equals(a, Math.min(fromA, a.length), a.length, b, Math.min(fromB, b.length), b.length);
    }
}
