/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders names as people number them: {@code benign (2)} before {@code benign (10)}. Names that
 * differ in leading zeros only fall back to the order of characters, so no two names are equal.
 */
public final class NaturalOrder implements Comparator<String> {

    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String first, String second) {
        Matcher left = PART.matcher(first);
        Matcher right = PART.matcher(second);
        while (true) {
            boolean leftGoesOn = left.find();
            boolean rightGoesOn = right.find();
            if (!leftGoesOn || !rightGoesOn) {
                return leftGoesOn == rightGoesOn
                        ? first.compareTo(second)
                        : Boolean.compare(leftGoesOn, rightGoesOn);
            }
            int order = compareParts(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareParts(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
