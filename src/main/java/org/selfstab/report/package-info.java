/** Files and texts: trajectories as CSV, summaries as JSON, tables for people and for papers. */
package org.selfstab.report;
