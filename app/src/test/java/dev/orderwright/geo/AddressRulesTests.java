package dev.orderwright.geo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.RealData;
import dev.orderwright.geo.AddressDoubt.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTests {

    private static PostalAddress in(String country, String city, String region, String postcode) {
        return new PostalAddress("Ada Palmer", "", "12 Mill Lane", "", city, region, postcode, country);
    }

    private static List<Kind> kinds(PostalAddress address) {
        return AddressRules.doubts(address).stream().map(AddressDoubt::kind).toList();
    }

    @Test
    void everyCountryThatTheProgramOffersCanBeLaidOut() {
        assertThat(AddressFormats.size()).isGreaterThan(200);
        for (String country : Locale.getISOCountries()) {
            List<String> lines = in(country, "Town", "Region", "12345").lines();
            assertThat(String.join("|", lines))
                    .as(country)
                    .contains("Ada Palmer", "12 Mill Lane", "Town", "Region", "12345")
                    .doesNotContain("%");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
                    US; Beverly Hills; CA; 90210;     Ada Palmer|12 Mill Lane|Beverly Hills CA 90210
                    US; Beverly Hills; ''; 90210;     Ada Palmer|12 Mill Lane|Beverly Hills 90210
                    GB; Leeds; ''; LS1 4AP;           Ada Palmer|12 Mill Lane|Leeds|LS1 4AP
                    DE; Berlin; ''; 10115;            Ada Palmer|12 Mill Lane|10115 Berlin
                    BR; São Paulo; SP; 01310-100;     Ada Palmer|12 Mill Lane|São Paulo-SP|01310-100
                    BR; São Paulo; ''; 01310-100;     Ada Palmer|12 Mill Lane|São Paulo|01310-100
                    SG; ''; ''; 546080;               Ada Palmer|12 Mill Lane|SINGAPORE 546080
                    IE; Dublin; Co. Dublin; '';       Ada Palmer|12 Mill Lane|Dublin|Co. Dublin
                    """)
    void anAddressIsLaidOutAsItsCountryDoes(String country, String city, String region, String postcode, String lines) {
        assertThat(String.join("|", in(country, city, region, postcode).lines()))
                .isEqualTo(lines);
    }

    @Test
    void aPartThatTheCountryHasNoPlaceForIsNotLost() {
        assertThat(in("SG", "Jurong", "", "546080").lines()).contains("Jurong");
    }

    @Test
    void bothLinesOfAStreetStandAboveEachOther() {
        PostalAddress address = new PostalAddress("", "Acme", "Dock 4", "Gate B", "Leeds", "", "LS1 4AP", "GB");
        assertThat(address.lines()).containsExactly("Acme", "Dock 4", "Gate B", "Leeds", "LS1 4AP");
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @CsvSource(delimiter = ';', textBlock = """
                    GB; Leeds;          '';          ls14ap;     '';   LS1 4AP
                    GB; ' New  Town ';  '';          ' m2   5bq '; ''; M2 5BQ
                    US; Beverly Hills;  California;  90210;      CA;   90210
                    US; Beverly Hills;  '';          90210;      CA;   90210
                    US; Nowhere;        '';          9021;       '';   9021
                    JP; 札幌市;          HOKKAIDO;    060-0000;   北海道; 060-0000
                    DE; Berlin;         Brandenburg; 10115;      Brandenburg; 10115
                    """)
    void anAddressIsTidied(
            String country, String city, String region, String postcode, String tidyRegion, String tidyPostcode) {
        PostalAddress tidy = AddressRules.tidy(in(country, city, region, postcode));
        assertThat(tidy.region()).isEqualTo(tidyRegion);
        assertThat(tidy.postcode()).isEqualTo(tidyPostcode);
        assertThat(tidy.city()).doesNotContain("  ").isEqualTo(tidy.city().strip());
        assertThat(AddressRules.tidy(tidy)).as("tidying twice is tidying once").isEqualTo(tidy);
    }

    @Test
    void nothingIsDoubtfulAboutAnAddressThatIsRight() {
        assertThat(kinds(in("US", "Beverly Hills", "CA", "90210-1234"))).isEmpty();
        assertThat(kinds(in("US", "Beverly Hills", "california", "90210"))).isEmpty();
        assertThat(kinds(in("GB", "Leeds", "West Yorkshire", "ls14ap"))).isEmpty();
        assertThat(kinds(in("IE", "Dublin", "", ""))).isEmpty();
        assertThat(kinds(in("BR", "São Paulo", "SP", "01310100"))).isEmpty();
        assertThat(kinds(in("XK", "Pristina", "", "10000")))
                .as("a country with little said of it")
                .isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsNamedWithWhatOneWouldExpect() {
        assertThat(AddressRules.doubts(in("DE", "Berlin", "", "")))
                .containsExactly(new AddressDoubt(Kind.MISSING, AddressPart.POSTCODE, "", "26133"));
        assertThat(AddressRules.doubts(in("DE", "Berlin", "", "1011")))
                .containsExactly(new AddressDoubt(Kind.NOT_A_POSTCODE, AddressPart.POSTCODE, "1011", "26133"));
        assertThat(AddressRules.doubts(in("US", "Beverly Hills", "NY", "90210")))
                .containsExactly(new AddressDoubt(Kind.ELSEWHERE, AddressPart.POSTCODE, "90210", "CA"));
        assertThat(AddressRules.doubts(in("US", "Beverly Hills", "Kalifornien", "90210")))
                .containsExactly(new AddressDoubt(Kind.NOT_A_REGION, AddressPart.REGION, "Kalifornien", "CA"));
    }

    /** The postcodes of the data that developers have: nearly all lie where the format says. */
    @Test
    void realPostcodesLieInTheirStates() throws IOException {
        Path file = RealData.require("geo/us_zipcodes.csv.gz");
        int rows = 0;
        List<String> odd = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split(",", -1);
                rows++;
                if (!AddressRules.doubts(in("US", "Somewhere", columns[2], columns[0]))
                        .isEmpty()) {
                    odd.add(columns[0] + " " + columns[2]);
                }
            }
        }
        assertThat(rows).isGreaterThan(42_000);
        assertThat(odd.size()).as("odd ones: %s", odd).isLessThan(rows / 1_000);
    }
}
