/* A ledger written with libxlsxwriter's own C interface: ledger FILE ROWS COLUMNS. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

int main(int count, char **words) {
    if (count < 4) return 64;
    long rows = atol(words[2]);
    int columns = atoi(words[3]);
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = LXW_FALSE};
    lxw_workbook *workbook = workbook_new_opt(words[1], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, NULL);
    char text[64];
    for (int column = 0; column < columns; column++) {
        snprintf(text, sizeof text, "列%d", column + 1);
        worksheet_write_string(sheet, 0, column, text, NULL);
    }
    for (long row = 1; row <= rows; row++) {
        snprintf(text, sizeof text, "%06ld", row);
        worksheet_write_string(sheet, row, 0, text, NULL);
        snprintf(text, sizeof text, "示例县单位%ld", row);
        worksheet_write_string(sheet, row, 1, text, NULL);
        for (int column = 2; column < columns; column++)
            worksheet_write_number(sheet, row, column, (double)((row * 31 + column * 7) % 1000003) / 100, NULL);
    }
    if (workbook_close(workbook) != LXW_NO_ERROR) return 1;
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("{\"rounds\": 1, \"rows\": %ld, \"seconds\": %.6f}\n", rows,
           (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) * 1e-9);
    return 0;
}
