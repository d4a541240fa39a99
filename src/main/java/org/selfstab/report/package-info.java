/** Results as documents and files: trajectories as CSV, summaries as JSON, certificates, tables and pages for people and for papers. */
package org.selfstab.report;
