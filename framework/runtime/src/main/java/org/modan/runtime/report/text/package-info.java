/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** How the report writes numbers, words and what others have named. */
package org.modan.runtime.report.text;
