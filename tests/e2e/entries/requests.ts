@Controller("a")
class Orders {
  constructor(private readonly service: Service) {}

  @Get(":id")
  find(@Param("id") id: string, @Query() query: Filter, size: number) {
    sink(id); // HIT
    sink(query.name); // HIT
    sink(size);
  }

  @Post()
  create(@Body() order: Order) {
    sink(order.name); // HIT
  }

  @Get("page/:number")
  page(@Param("number", ParseIntPipe) number: number, @Query("at", new ParseUUIDPipe()) at: string, @Query("text", trim) text: string) {
    sink(number);
    sink(at);
    sink(text); // HIT
  }
}
