/** Two outputs of the program beside each other: which settings, verdicts and numbers differ. */
package org.selfstab.report.comparison;
