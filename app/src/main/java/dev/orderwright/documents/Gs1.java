package dev.orderwright.documents;

/** GS1 numbers: check digits of GTIN-8, -12, -13, -14, GLN and SSCC, and the making of SSCCs. */
public final class Gs1 {

    private static final int SSCC_LENGTH = 18;
    private static final int GLN_LENGTH = 13;

    private Gs1() {}

    /** The check digit for the digits that stand before it: weights 3, 1, 3 … from the right. */
    public static int checkDigit(String digitsBefore) {
        if (!isDigits(digitsBefore)) {
            throw new IllegalArgumentException("A check digit needs digits, not \"" + digitsBefore + "\"");
        }
        int sum = 0;
        int weight = 3;
        for (int at = digitsBefore.length() - 1; at >= 0; at--) {
            sum += weight * (digitsBefore.charAt(at) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** Whether this is a GTIN of 8, 12, 13 or 14 digits whose check digit is right. */
    public static boolean isGtin(String code) {
        return switch (code.length()) {
            case 8, 12, 13, 14 -> endsInItsCheckDigit(code);
            default -> false;
        };
    }

    /** Whether this is a global location number of 13 digits whose check digit is right. */
    public static boolean isGln(String code) {
        return code.length() == GLN_LENGTH && endsInItsCheckDigit(code);
    }

    /** Whether this is a serial shipping container code of 18 digits whose check digit is right. */
    public static boolean isSscc(String code) {
        return code.length() == SSCC_LENGTH && endsInItsCheckDigit(code);
    }

    /** Makes the SSCC of a serial number under a company prefix of 4 to 12 digits. */
    public static String sscc(int extensionDigit, String companyPrefix, long serial) {
        if (extensionDigit < 0 || extensionDigit > 9) {
            throw new IllegalArgumentException("The extension of an SSCC is one digit, not " + extensionDigit);
        }
        if (!isDigits(companyPrefix) || companyPrefix.length() < 4 || companyPrefix.length() > 12) {
            throw new IllegalArgumentException("A company prefix has 4 to 12 digits, not \"" + companyPrefix + "\"");
        }
        int serialLength = SSCC_LENGTH - 2 - companyPrefix.length();
        String serialDigits = Long.toString(serial);
        if (serial < 0 || serialDigits.length() > serialLength) {
            throw new IllegalArgumentException(
                    "Under prefix " + companyPrefix + " a serial has at most " + serialLength + " digits: " + serial);
        }
        String body = extensionDigit + companyPrefix + "0".repeat(serialLength - serialDigits.length()) + serialDigits;
        return body + checkDigit(body);
    }

    private static boolean endsInItsCheckDigit(String code) {
        int last = code.length() - 1;
        return isDigits(code) && checkDigit(code.substring(0, last)) == code.charAt(last) - '0';
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
